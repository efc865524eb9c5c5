package org.consentledger.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The one form that the archive of a dossier has (ZIP, APPNOTE 6.3.10): its files in the order of their paths, each deflated,
 * without gaps, comments, extra fields or times; then the directory, and nothing after it. ZIP lets an archive say one thing
 * to a program that reads it from the front and another to one that reads it from the end, and hold what neither shows; this
 * form does not.
 */
final class Archive {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final short VERSION = 20;
    private static final short NAMES_ARE_UTF8 = 1 << 11;
    private static final short DEFLATED = 8;
    /** 1980-01-01, the day on which MS-DOS time begins: it says nothing of the machine and the moment. */
    private static final short DATE = (1 << 5) | 1;

    private Archive() {}

    /** @param crc of the file */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(byte[] name, int crc, int size, byte[] deflated) {
        private int localBytes() {
            return LOCAL_BYTES + name.length + deflated.length;
        }

        private byte[] local() {
            var local = new byte[localBytes()];
            described(littleEndian(local).putInt(LOCAL)).put(name).put(deflated);
            return local;
        }

        private byte[] central(int offset) {
            var central = new byte[CENTRAL_BYTES + name.length];
            described(littleEndian(central).putInt(CENTRAL).putShort(VERSION))
                    .putShort((short) 0) // comment
                    .putShort((short) 0) // disk
                    .putShort((short) 0) // internal attributes
                    .putInt(0) // external attributes
                    .putInt(offset)
                    .put(name);
            return central;
        }

        private ByteBuffer described(ByteBuffer header) {
            return header.putShort(VERSION)
                    .putShort(NAMES_ARE_UTF8)
                    .putShort(DEFLATED)
                    .putShort((short) 0) // time
                    .putShort(DATE)
                    .putInt(crc)
                    .putInt(deflated.length)
                    .putInt(size)
                    .putShort((short) name.length)
                    .putShort((short) 0); // extra field
        }
    }

    static byte[] pack(Map<String, byte[]> files) {
        return assembled(new TreeMap<>(files)
                .entrySet().stream()
                        .map(file -> new Entry(
                                file.getKey().getBytes(UTF_8),
                                crc(file.getValue()),
                                file.getValue().length,
                                deflated(file.getValue())))
                        .toList());
    }

    /**
     * The files of an archive, by path.
     *
     * @param most so many bytes may all files have together
     * @throws DossierRejected where any byte is not as this form has it, but for how a file is deflated
     */
    static Map<String, byte[]> unpack(byte[] archive, long most) {
        var entries = entries(archive);
        if (!Arrays.equals(assembled(entries), archive)) {
            throw new DossierRejected("it is no archive in the form that dossiers have");
        }
        var files = new TreeMap<String, byte[]>();
        long left = most;
        for (var entry : entries) {
            var path = new String(entry.name(), UTF_8);
            left -= Integer.toUnsignedLong(entry.size());
            if (left < 0) {
                throw new DossierRejected("it holds more than " + most + " bytes");
            }
            if (!files.isEmpty() && files.lastKey().compareTo(path) >= 0) {
                throw new DossierRejected("it holds " + path + " twice, or out of order");
            }
            files.put(path, inflated(entry, path));
        }
        return files;
    }

    /** What the directory at the end says, read without belief: who calls compares it with the whole. */
    private static List<Entry> entries(byte[] archive) {
        try {
            var all = littleEndian(archive);
            int directory = all.getInt(archive.length - END_BYTES + 16);
            int count = Short.toUnsignedInt(all.getShort(archive.length - END_BYTES + 8));
            var entries = new ArrayList<Entry>();
            for (int i = 0, at = directory, offset = 0; i < count; i++) {
                var name = bytes(all, at + CENTRAL_BYTES, Short.toUnsignedInt(all.getShort(at + 28)));
                var deflated = bytes(all, offset + LOCAL_BYTES + name.length, all.getInt(at + 20));
                var entry = new Entry(name, all.getInt(at + 16), all.getInt(at + 24), deflated);
                entries.add(entry);
                at += CENTRAL_BYTES + name.length;
                offset += entry.localBytes();
            }
            return entries;
        } catch (IndexOutOfBoundsException e) {
            throw new DossierRejected("it is no archive, or a damaged one", e);
        }
    }

    private static byte[] assembled(List<Entry> entries) {
        var files = new ByteArrayOutputStream();
        var directory = new ByteArrayOutputStream();
        for (var entry : entries) {
            directory.writeBytes(entry.central(files.size()));
            files.writeBytes(entry.local());
        }
        var end = new byte[END_BYTES];
        littleEndian(end)
                .putInt(END)
                .putInt(0) // disks
                .putShort((short) entries.size())
                .putShort((short) entries.size())
                .putInt(directory.size())
                .putInt(files.size())
                .putShort((short) 0); // comment
        files.writeBytes(directory.toByteArray());
        files.writeBytes(end);
        return files.toByteArray();
    }

    private static byte[] deflated(byte[] file) {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(file);
            deflater.finish();
            var buffer = new byte[1 << 13];
            while (!deflater.finished()) {
                bytes.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] inflated(Entry entry, String path) {
        // One byte more than there should be, so that it can be told when there is more.
        var file = new byte[entry.size() + 1];
        try (var inflater = new Inflater(true)) {
            inflater.setInput(entry.deflated());
            int length = 0;
            for (int more = 1; more > 0 && length < file.length; length += more) {
                more = inflater.inflate(file, length, file.length - length);
            }
            boolean isAll = inflater.finished() && inflater.getRemaining() == 0 && length == entry.size();
            var exact = Arrays.copyOf(file, entry.size());
            if (!isAll || crc(exact) != entry.crc()) {
                throw new DossierRejected(path + " is damaged");
            }
            return exact;
        } catch (DataFormatException e) {
            throw new DossierRejected(path + " is damaged", e);
        }
    }

    private static int crc(byte[] file) {
        var crc = new CRC32();
        crc.update(file);
        return (int) crc.getValue();
    }

    private static byte[] bytes(ByteBuffer all, int at, int length) {
        Objects.checkFromIndexSize(at, length, all.capacity());
        var bytes = new byte[length];
        all.get(at, bytes);
        return bytes;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
