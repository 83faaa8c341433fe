package com.acme.app;

import com.acme.api.Store; // of the @cafe@

final class Main {

  String run(Store store) {
    return "@cafe@" + store.load(null, "1");
  }
}
