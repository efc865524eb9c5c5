@NullMarked
package org.consentledger.query.requests;

import org.jspecify.annotations.NullMarked;
