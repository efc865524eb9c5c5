package org.consentledger.command.terms;

import org.consentledger.command.platform.SaidBefore;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.jspecify.annotations.Nullable;

/** A notice of change as it is recorded, now or before. */
record NoticeAnswer(NoticeOfChangePosted notice, @Nullable String saidBy) implements SaidBefore {}
