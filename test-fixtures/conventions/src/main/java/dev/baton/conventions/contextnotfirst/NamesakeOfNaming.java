package dev.baton.conventions.contextnotfirst;

import javax.naming.Context;
import javax.naming.NamingException;

/** A naming context is no request context, and stands where its author likes it. */
class NamesakeOfNaming {

  Object find(String name, Context naming) throws NamingException {
    return naming.lookup(name);
  }

  void bind(String name, Object service, Context naming) throws NamingException {
    naming.rebind(name, service);
  }
}
