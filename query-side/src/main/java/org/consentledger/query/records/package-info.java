/** What does this record say, and with what receipt? */
@NullMarked
package org.consentledger.query.records;

import org.jspecify.annotations.NullMarked;
