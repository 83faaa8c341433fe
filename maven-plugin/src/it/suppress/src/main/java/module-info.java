module com.acme.suppress {
  requires dev.baton.context;
}
