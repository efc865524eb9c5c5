/** Makes the text of a draft of what authors bring: comparison tables, Word documents, Markdown. It records nothing. */
@NullMarked
package org.consentledger.command.drafting;

import org.jspecify.annotations.NullMarked;
