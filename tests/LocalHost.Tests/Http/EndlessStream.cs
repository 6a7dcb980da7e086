namespace Lianxin.LocalHost.Tests.Http;

/// <summary>A request body of a given size that need not exist in memory, with or without a known length.</summary>
internal sealed class EndlessStream(long length, bool hasLength, byte[]? content = null) : Stream
{
    private long _given;

    public override bool CanRead => true;

    public override bool CanSeek => hasLength;

    public override bool CanWrite => false;

    public override long Length => hasLength ? length : throw new NotSupportedException();

    public override long Position { get => _given; set => _given = value; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var now = (int)Math.Min(count, length - _given);
        if (content is not null)
        {
            Array.Copy(content, _given, buffer, offset, now);
        }

        _given += now;
        return now;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
