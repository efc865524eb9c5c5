@NullMarked
package org.consentledger.query.coverage;

import org.jspecify.annotations.NullMarked;
