CREATE TABLE IF NOT EXISTS stock (
  sku VARCHAR(40) PRIMARY KEY,
  quantity INT NOT NULL CHECK (quantity >= 0)
);

CREATE TABLE IF NOT EXISTS orders (
  id VARCHAR(40) PRIMARY KEY,
  customer VARCHAR(80) NOT NULL,
  sku VARCHAR(40) NOT NULL,
  quantity INT NOT NULL CHECK (quantity > 0),
  total_cents BIGINT NOT NULL
);
