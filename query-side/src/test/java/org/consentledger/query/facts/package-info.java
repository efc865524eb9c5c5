/** Tests of the facts that questions rest on. */
@NullMarked
package org.consentledger.query.facts;

import org.jspecify.annotations.NullMarked;
