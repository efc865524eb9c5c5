@NullMarked
package org.consentledger.query.rebuild;

import org.jspecify.annotations.NullMarked;
