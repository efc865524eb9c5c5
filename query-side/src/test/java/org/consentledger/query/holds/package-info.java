@NullMarked
package org.consentledger.query.holds;

import org.jspecify.annotations.NullMarked;
