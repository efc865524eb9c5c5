/** Takes over records of the past from files, row by row, through the same rules as everybody else. */
@NullMarked
package org.consentledger.command.imports;

import org.jspecify.annotations.NullMarked;
