package com.acme.api;

final class StoreTest {

  String loads() {
    return new Store().load(null, "1");
  }
}
