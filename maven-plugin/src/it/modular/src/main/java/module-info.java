/** Finds what it requires on the module path alone. */
module com.acme.modular {
  requires dev.baton.context;
  requires static org.jspecify;
}
