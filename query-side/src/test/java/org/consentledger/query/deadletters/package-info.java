@NullMarked
package org.consentledger.query.deadletters;

import org.jspecify.annotations.NullMarked;
