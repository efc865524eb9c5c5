/** A real PostgreSQL, unpacked, initialised, started and stopped inside one data directory. */
@NullMarked
package org.consentledger.standalone.postgres;

import org.jspecify.annotations.NullMarked;
