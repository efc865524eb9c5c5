package org.consentledger.command.platform;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.consentledger.command.platform.Malformed.Fault;

/** Says in the contract's words which constraint a body breaks, and where. */
final class ViolatedConstraint {
    private ViolatedConstraint() {}

    static Malformed malformed(ConstraintViolation<?> violation) {
        String pointer = pointer(violation);
        return switch (violation.getConstraintDescriptor().getAnnotation()) {
            case NotNull _ -> new Malformed(pointer, Fault.MISSING);
            case NotBlank _ when violation.getInvalidValue() == null -> new Malformed(pointer, Fault.MISSING);
            case NotBlank _ -> new Malformed(pointer, Fault.BLANK);
            case Size size -> new Malformed(pointer, Fault.WRONG_LENGTH, size.min(), size.max());
            case Min min -> new Malformed(pointer, Fault.WRONG_VALUE, "≥ " + min.value());
            case Max max -> new Malformed(pointer, Fault.WRONG_VALUE, "≤ " + max.value());
            default -> new Malformed(pointer, Fault.WRONG_VALUE, "other");
        };
    }

    static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
