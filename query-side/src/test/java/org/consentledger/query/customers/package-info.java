@NullMarked
package org.consentledger.query.customers;

import org.jspecify.annotations.NullMarked;
