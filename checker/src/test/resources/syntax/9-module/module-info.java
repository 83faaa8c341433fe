/** A module with one of each directive. */
@Deprecated
open module acme {
  requires transitive java.logging;
  requires static java.sql;

  exports acme.api;
  exports acme.friends to java.logging, java.sql;

  uses acme.api.Keys;
  provides java.lang.Runnable with acme.api.Keys;
}
