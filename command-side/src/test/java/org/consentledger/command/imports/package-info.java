@NullMarked
package org.consentledger.command.imports;

import org.jspecify.annotations.NullMarked;
