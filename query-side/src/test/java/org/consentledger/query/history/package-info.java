@NullMarked
package org.consentledger.query.history;

import org.jspecify.annotations.NullMarked;
