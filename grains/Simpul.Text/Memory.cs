using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Simpul.Text;

/// <summary>
/// Sends for what will be read soon. Packs and weights are megabytes read here and there: waiting for them was a third of all
/// reading before they were sent for ahead.
/// </summary>
internal static class Memory
{
    /// <summary>False where the processor takes no such hint: what leads to the hint is then not worth doing.</summary>
    internal static bool CanFetch => Sse.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe void Fetch<T>(ref readonly T from)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in from)));
    }
}
