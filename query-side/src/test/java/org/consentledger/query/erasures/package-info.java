@NullMarked
package org.consentledger.query.erasures;

import org.jspecify.annotations.NullMarked;
