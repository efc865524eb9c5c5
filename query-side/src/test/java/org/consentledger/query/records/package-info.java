@NullMarked
package org.consentledger.query.records;

import org.jspecify.annotations.NullMarked;
