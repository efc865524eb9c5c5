/** What would this file with records of the past do, how far is its import, and which rows were rejected? */
@NullMarked
package org.consentledger.console.imports;

import org.jspecify.annotations.NullMarked;
