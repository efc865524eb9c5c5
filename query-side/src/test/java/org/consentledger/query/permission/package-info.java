/** Tests of permissions. */
@NullMarked
package org.consentledger.query.permission;

import org.jspecify.annotations.NullMarked;
