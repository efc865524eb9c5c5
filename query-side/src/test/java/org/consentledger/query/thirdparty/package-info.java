@NullMarked
package org.consentledger.query.thirdparty;

import org.jspecify.annotations.NullMarked;
