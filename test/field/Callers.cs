// A caller in C#, with the declarations that programs of the field use:
//
//   mono callers.exe DECLARATION STRURL INDATA_FILE TIMES
//
// Prints for each call the returned text, or "-" where the declaration has
// none, a blank and OutData. callers.exe.config leads to the library.

using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

static class Callers
{
    const string Library = "NationECCode.dll";
    /// The smallest buffer of the field, and how much the others have.
    const int Smallest = 2048, RefByte = 4096, Shown = 4000, Largest = 20480;
    /// What was overwritten shows when the collector walks the heap.
    const int CallsPerCollection = 16;

    [DllImport(Library, EntryPoint = "NationEcTrans",
        CallingConvention = CallingConvention.StdCall)]
    static extern IntPtr ReturnsPointer(
        string url, string inData, StringBuilder outData);

    [DllImport(Library, EntryPoint = "NationEcTrans", CharSet = CharSet.Ansi,
        ExactSpelling = true, CallingConvention = CallingConvention.StdCall)]
    static extern IntPtr TakesFirstByte(
        string url, string inData, ref byte outData);

    [DllImport(Library, EntryPoint = "NationEcTrans",
        CallingConvention = CallingConvention.StdCall)]
    static extern void ReturnsNothing(
        string url, string inData, IntPtr outData);

    /// The runtime frees what was returned.
    [DllImport(Library, EntryPoint = "NationEcTrans",
        CallingConvention = CallingConvention.StdCall)]
    static extern string ReturnsText(
        string url, string inData, StringBuilder outData);

    [DllImport(Library, EntryPoint = "NationEcTrans")]
    static extern int ReturnsNumber(
        string url, string inData, byte[] outData);

    delegate string Call(string url, string inData);

    static Call Find(string declaration)
    {
        switch (declaration)
        {
            case "pointer-builder": return (u, i) => WithPointer(u, i, Largest);
            case "pointer-small-builder":
                return (u, i) => WithPointer(u, i, Smallest);
            case "pointer-ref-byte": return WithFirstByte;
            case "void-hglobal": return WithGlobal;
            case "string-builder": return (u, i) => WithText(u, i, Shown);
            case "string-small-builder":
                return (u, i) => WithText(u, i, Smallest);
            case "int-bytes": return WithBytes;
            default: throw new ArgumentException(declaration);
        }
    }

    static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        var call = Find(arguments[0]);
        var inData = File.ReadAllText(arguments[2]);
        var times = int.Parse(arguments[3]);
        for (var at = 0; at < times; at++)
        {
            Console.WriteLine(call(arguments[1], inData));
            if (at % CallsPerCollection == 0) GC.Collect();
        }
        return 0;
    }

    static string WithPointer(string url, string inData, int capacity)
    {
        var outData = new StringBuilder(capacity);
        var returned = ReturnsPointer(url, inData, outData);
        return Marshal.PtrToStringAnsi(returned) + " " + outData;
    }

    static string WithFirstByte(string url, string inData)
    {
        var outData = new byte[RefByte];
        var returned = TakesFirstByte(url, inData, ref outData[0]);
        return Marshal.PtrToStringAnsi(returned) + " " + TextIn(outData);
    }

    static string WithGlobal(string url, string inData)
    {
        var outData = Marshal.AllocHGlobal(Smallest);
        ReturnsNothing(url, inData, outData);
        var text = Marshal.PtrToStringAnsi(outData);
        Marshal.FreeHGlobal(outData);
        return "- " + text;
    }

    static string WithText(string url, string inData, int capacity)
    {
        var outData = new StringBuilder(capacity);
        return ReturnsText(url, inData, outData) + " " + outData;
    }

    static string WithBytes(string url, string inData)
    {
        var outData = new byte[Smallest];
        ReturnsNumber(url, inData, outData);
        return "- " + TextIn(outData);
    }

    static string TextIn(byte[] outData)
    {
        return Encoding.UTF8.GetString(
            outData, 0, Array.IndexOf(outData, (byte)0));
    }
}
