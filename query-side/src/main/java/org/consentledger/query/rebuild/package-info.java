/** Makes a projection's rows anew beside those that serve, and puts them in their place where they answer alike. */
@NullMarked
package org.consentledger.query.rebuild;

import org.jspecify.annotations.NullMarked;
