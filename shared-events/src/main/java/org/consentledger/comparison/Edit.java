package org.consentledger.comparison;

/**
 * One stretch of the older text and what stands there in the newer. An insertion's stretch is empty.
 *
 * @param from in UTF-16 units of the older text
 * @param removed what stands there in the older text
 * @param inserted what stands there in the newer one
 * @param place its place among all edits of the comparison
 */
public record Edit(int from, String removed, String inserted, int place) {}
