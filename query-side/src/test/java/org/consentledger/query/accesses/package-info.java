@NullMarked
package org.consentledger.query.accesses;

import org.jspecify.annotations.NullMarked;
