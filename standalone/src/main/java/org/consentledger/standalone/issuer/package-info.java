/** The issuer of tokens that the product brings along: real OAuth 2.1, with clients and users made at the first start. */
@NullMarked
package org.consentledger.standalone.issuer;

import org.jspecify.annotations.NullMarked;
