// The imports of a QuantKit session. The README says how to start one.
import io.quantkit.backtest.*;
import io.quantkit.backtest.inference.*;
import io.quantkit.backtest.market.*;
import io.quantkit.backtest.report.*;
import io.quantkit.core.data.*;
import io.quantkit.core.engine.*;
import io.quantkit.core.market.*;
import io.quantkit.core.math.*;
import io.quantkit.core.order.*;
import io.quantkit.core.series.*;
import io.quantkit.core.strategy.*;
import io.quantkit.core.time.*;
import io.quantkit.features.*;
import io.quantkit.features.catalogue.*;
import io.quantkit.features.indicator.momentum.*;
import io.quantkit.features.indicator.trend.*;
import io.quantkit.features.indicator.volatility.*;
import io.quantkit.features.indicator.volume.*;
import io.quantkit.risk.limit.*;
import io.quantkit.risk.measure.*;
import io.quantkit.risk.portfolio.*;
import java.nio.file.*;
import java.util.*;

var schema = CsvSchema.bars(Timeframe.DAY_1, TradingCalendar.xnys()).symbol(Symbol.of("SPX")).build();
var file = Path.of("examples/src/main/resources/data/sp500_daily_2000_2020.csv.gz");
BarSeries spx = new CsvBarReader(schema).read(file).orThrow().series().get(0);

System.out.println("spx is " + spx);
System.out.println("Try:");
System.out.println("  new Rsi(14).over(spx)[0][spx.size() - 1]");
System.out.println("  FeatureCatalogue.features().forEach(f -> System.out.println(f.outputs()))");
System.out.println("  Drawdowns.maximum(Returns.of(Panel.align(List.of(spx))).column(0))");
