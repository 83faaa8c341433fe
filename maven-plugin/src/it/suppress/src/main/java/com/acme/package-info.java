/** Has a page of its own. */
package com.acme;
