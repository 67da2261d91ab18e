#nullable disable
using Microsoft.Spark.Calls;

namespace Microsoft.Spark.Sql;

// Text, bytes and digests.
public static partial class Functions
{
    /// <summary>Texts, bytes or arrays one after the other; null where one is null.</summary>
    public static Column Concat(params Column[] columns) => Call("concat", JavaArray.Of(columns));

    /// <summary>Texts one after the other with a separator, nulls skipped.</summary>
    public static Column ConcatWs(string sep, params Column[] columns) => Call("concat_ws", sep, JavaArray.Of(columns));

    /// <summary>Values put into a text, printf-style.</summary>
    public static Column FormatString(string format, params Column[] columns) => Call("format_string", format, JavaArray.Of(columns));

    /// <summary>A number with thousands separators and <c>d</c> decimals.</summary>
    public static Column FormatNumber(Column column, int d) => Call("format_number", column, d);

    /// <summary>In lower case.</summary>
    public static Column Lower(Column column) => Call("lower", column);

    /// <summary>In upper case.</summary>
    public static Column Upper(Column column) => Call("upper", column);

    /// <summary>Number of characters or bytes.</summary>
    public static Column Length(Column column) => Call("length", column);

    /// <summary>The first letter of each word in upper case.</summary>
    public static Column InitCap(Column column) => Call("initcap", column);

    /// <summary>The code of the first character.</summary>
    public static Column Ascii(Column column) => Call("ascii", column);

    /// <summary>Bytes as Base64 text.</summary>
    public static Column Base64(Column column) => Call("base64", column);

    /// <summary>Base64 text as bytes.</summary>
    public static Column Unbase64(Column column) => Call("unbase64", column);

    /// <summary>The MD5 digest, as hexadecimal text.</summary>
    public static Column Md5(Column column) => Call("md5", column);

    /// <summary>The SHA-1 digest, as hexadecimal text.</summary>
    public static Column Sha1(Column column) => Call("sha1", column);

    /// <summary>The CRC-32 checksum.</summary>
    public static Column Crc32(Column column) => Call("crc32", column);

    /// <summary>The Soundex code.</summary>
    public static Column Soundex(Column column) => Call("soundex", column);

    /// <summary>Without blanks, or the given characters, at either end.</summary>
    public static Column Trim(Column column) => Call("trim", column);

    /// <inheritdoc cref="Trim(Column)"/>
    public static Column Trim(Column column, string trimString) => Call("trim", column, trimString);

    /// <summary>Without blanks, or the given characters, at the start.</summary>
    public static Column Ltrim(Column column) => Call("ltrim", column);

    /// <inheritdoc cref="Ltrim(Column)"/>
    public static Column Ltrim(Column column, string trimString) => Call("ltrim", column, trimString);

    /// <summary>Without blanks, or the given characters, at the end.</summary>
    public static Column Rtrim(Column column) => Call("rtrim", column);

    /// <inheritdoc cref="Rtrim(Column)"/>
    public static Column Rtrim(Column column, string trimString) => Call("rtrim", column, trimString);

    /// <summary>Filled at the start, or cut, to a length.</summary>
    public static Column Lpad(Column column, int len, string pad) => Call("lpad", column, len, pad);

    /// <summary>Filled at the end, or cut, to a length.</summary>
    public static Column Rpad(Column column, int len, string pad) => Call("rpad", column, len, pad);

    /// <summary>The parts between the matches of a regular expression, at most <c>limit</c> when it is positive.</summary>
    public static Column Split(Column column, string pattern) => Call("split", column, pattern);

    /// <inheritdoc cref="Split(Column, string)"/>
    public static Column Split(Column column, string pattern, int limit) => Call("split", column, pattern, limit);

    /// <summary>Part of a text or of bytes; the first is at 1.</summary>
    public static Column Substring(Column column, int pos, int len) => Call("substring", column, pos, len);

    /// <summary>The text before the given occurrence of a delimiter; from the end when negative.</summary>
    public static Column SubstringIndex(Column column, string delimiter, int count) => Call("substring_index", column, delimiter, count);

    /// <summary>A group of the first match of a regular expression; empty when there is none.</summary>
    public static Column RegexpExtract(Column column, string exp, int groupIdx) => Call("regexp_extract", column, exp, groupIdx);

    /// <summary>Every match of a regular expression replaced.</summary>
    public static Column RegexpReplace(Column column, string pattern, string replacement) =>
        Call("regexp_replace", column, pattern, replacement);

    /// <inheritdoc cref="RegexpReplace(Column, string, string)"/>
    public static Column RegexpReplace(Column column, Column pattern, Column replacement) =>
        Call("regexp_replace", column, pattern, replacement);

    /// <summary>Characters replaced one for one.</summary>
    public static Column Translate(Column column, string matchingString, string replaceString) =>
        Call("translate", column, matchingString, replaceString);

    /// <summary>The first place of a text, from 1; 0 when there is none.</summary>
    public static Column Instr(Column column, string substring) => Call("instr", column, substring);

    /// <summary>The first place of a text at or after <c>pos</c>, from 1; 0 when there is none.</summary>
    public static Column Locate(string substring, Column column) => Call("locate", substring, column);

    /// <inheritdoc cref="Locate(string, Column)"/>
    public static Column Locate(string substring, Column column, int pos) => Call("locate", substring, column, pos);

    /// <summary>Part of a text replaced.</summary>
    public static Column Overlay(Column src, Column replace, Column pos) => Call("overlay", src, replace, pos);

    /// <inheritdoc cref="Overlay(Column, Column, Column)"/>
    public static Column Overlay(Column src, Column replace, Column pos, Column len) => Call("overlay", src, replace, pos, len);

    /// <summary>A text many times.</summary>
    public static Column Repeat(Column column, int n) => Call("repeat", column, n);

    /// <summary>How many letters must change to make one text of the other.</summary>
    public static Column Levenshtein(Column left, Column right) => Call("levenshtein", left, right);

    /// <summary>Bytes as text.</summary>
    public static Column Decode(Column column, string charset) => Call("decode", column, charset);

    /// <summary>Text as bytes.</summary>
    public static Column Encode(Column column, string charset) => Call("encode", column, charset);

    /// <summary>The SHA-2 digest of 224, 256, 384 or 512 bits, as hexadecimal text.</summary>
    public static Column Sha2(Column column, int numBits) => Call("sha2", column, numBits);

    /// <summary>A hash of 32 bits.</summary>
    public static Column Hash(params Column[] columns) => Call("hash", JavaArray.Of(columns));

    /// <summary>A hash of 64 bits.</summary>
    public static Column XXHash64(params Column[] columns) => Call("xxhash64", JavaArray.Of(columns));
}
