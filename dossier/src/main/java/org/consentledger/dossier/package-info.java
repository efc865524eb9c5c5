/**
 * The form of a dossier (証跡): what a court is given about one customer, one terms document and one time. Whoever makes one
 * and whoever checks one use the same code, so that all in it that follows from the rest can be made again and compared.
 */
@NullMarked
package org.consentledger.dossier;

import org.jspecify.annotations.NullMarked;
