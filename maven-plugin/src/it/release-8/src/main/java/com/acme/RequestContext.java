package com.acme;

/** A context of one's own, which the checks are told of. */
class RequestContext {}
