-- Times are whole nanoseconds since 1970-01-01T00:00Z. Market data is DOUBLE, NaN where it is not
-- told; amounts of money are DECIMAL(20,9). Symbols have up to 32 printable ASCII characters.
-- Tables are sorted by use, not by index: rows come in time order for each symbol, and the minima
-- and maxima that the database keeps of every block of rows let it skip the others.

-- One row for each version of a bar. The first version is known from known_at on, so known_from
-- equals it there; a restatement is known from a later time on.
CREATE TABLE bars (
  symbol VARCHAR(32) NOT NULL,
  timeframe VARCHAR(16) NOT NULL,
  start BIGINT NOT NULL,
  known_at BIGINT NOT NULL,
  known_from BIGINT NOT NULL,
  open DOUBLE NOT NULL,
  high DOUBLE NOT NULL,
  low DOUBLE NOT NULL,
  close DOUBLE NOT NULL,
  volume DOUBLE NOT NULL,
  vwap DOUBLE NOT NULL,
  trades DOUBLE NOT NULL
);

CREATE TABLE trades (
  symbol VARCHAR(32) NOT NULL,
  event_time BIGINT NOT NULL,
  known_at BIGINT NOT NULL,
  price DOUBLE NOT NULL,
  size DOUBLE NOT NULL,
  aggressor VARCHAR(8) NOT NULL
);

CREATE TABLE quotes (
  symbol VARCHAR(32) NOT NULL,
  event_time BIGINT NOT NULL,
  known_at BIGINT NOT NULL,
  bid DOUBLE NOT NULL,
  bid_size DOUBLE NOT NULL,
  ask DOUBLE NOT NULL,
  ask_size DOUBLE NOT NULL
);

-- Level 0 is the best; a price of NaN ends the side.
CREATE TABLE books (
  symbol VARCHAR(32) NOT NULL,
  event_time BIGINT NOT NULL,
  known_at BIGINT NOT NULL,
  bid_0 DOUBLE NOT NULL, bid_1 DOUBLE NOT NULL, bid_2 DOUBLE NOT NULL, bid_3 DOUBLE NOT NULL, bid_4 DOUBLE NOT NULL,
  bid_5 DOUBLE NOT NULL, bid_6 DOUBLE NOT NULL, bid_7 DOUBLE NOT NULL, bid_8 DOUBLE NOT NULL, bid_9 DOUBLE NOT NULL,
  bid_size_0 DOUBLE NOT NULL, bid_size_1 DOUBLE NOT NULL, bid_size_2 DOUBLE NOT NULL, bid_size_3 DOUBLE NOT NULL, bid_size_4 DOUBLE NOT NULL,
  bid_size_5 DOUBLE NOT NULL, bid_size_6 DOUBLE NOT NULL, bid_size_7 DOUBLE NOT NULL, bid_size_8 DOUBLE NOT NULL, bid_size_9 DOUBLE NOT NULL,
  ask_0 DOUBLE NOT NULL, ask_1 DOUBLE NOT NULL, ask_2 DOUBLE NOT NULL, ask_3 DOUBLE NOT NULL, ask_4 DOUBLE NOT NULL,
  ask_5 DOUBLE NOT NULL, ask_6 DOUBLE NOT NULL, ask_7 DOUBLE NOT NULL, ask_8 DOUBLE NOT NULL, ask_9 DOUBLE NOT NULL,
  ask_size_0 DOUBLE NOT NULL, ask_size_1 DOUBLE NOT NULL, ask_size_2 DOUBLE NOT NULL, ask_size_3 DOUBLE NOT NULL, ask_size_4 DOUBLE NOT NULL,
  ask_size_5 DOUBLE NOT NULL, ask_size_6 DOUBLE NOT NULL, ask_size_7 DOUBLE NOT NULL, ask_size_8 DOUBLE NOT NULL, ask_size_9 DOUBLE NOT NULL
);

-- The columns after id that a kind does not have are null. money is the amount of a dividend, the
-- cash of a merger, the terminal price of a delisting, the subscription price of a rights issue;
-- later is when a dividend is paid or a right lapses; other is the child of a spin-off, the acquirer
-- of a merger, the successor of a change of name.
CREATE TABLE corporate_actions (
  symbol VARCHAR(32) NOT NULL,
  event_time BIGINT NOT NULL,
  known_at BIGINT NOT NULL,
  kind VARCHAR(16) NOT NULL,
  id VARCHAR NOT NULL,
  money DECIMAL(20, 9),
  later BIGINT,
  ratio_to BIGINT,
  ratio_from BIGINT,
  other VARCHAR(32),
  child_share DOUBLE,
  reason VARCHAR
);

CREATE TABLE fundamentals (
  symbol VARCHAR(32) NOT NULL,
  event_time BIGINT NOT NULL,
  known_at BIGINT NOT NULL,
  item VARCHAR NOT NULL,
  value DOUBLE NOT NULL,
  unit VARCHAR NOT NULL
);

-- about lists the symbols a piece of news is about, apart by spaces.
CREATE TABLE news (
  symbol VARCHAR(32) NOT NULL,
  event_time BIGINT NOT NULL,
  known_at BIGINT NOT NULL,
  id VARCHAR NOT NULL,
  source VARCHAR NOT NULL,
  headline VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  about VARCHAR NOT NULL
);

-- Every change takes its turn here, so that of two changes at once one fails and neither is lost.
CREATE TABLE write_turn (turn BIGINT NOT NULL);
INSERT INTO write_turn VALUES (0);
