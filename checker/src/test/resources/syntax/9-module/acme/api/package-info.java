@Deprecated
package acme.api;
