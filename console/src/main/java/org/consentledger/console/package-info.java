/** Web pages for people: a client of the two APIs over HTTP, with the token of whoever is logged in, and nothing else. */
@NullMarked
package org.consentledger.console;

import org.jspecify.annotations.NullMarked;
