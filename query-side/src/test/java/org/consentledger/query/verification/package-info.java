@NullMarked
package org.consentledger.query.verification;

import org.jspecify.annotations.NullMarked;
