/** What holds for every question. */
@NullMarked
package org.consentledger.query.platform;

import org.jspecify.annotations.NullMarked;
