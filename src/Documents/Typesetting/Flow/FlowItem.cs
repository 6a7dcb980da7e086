namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>A piece of the document that is placed from top to bottom.</summary>
internal abstract class FlowItem
{
    /// <summary>Must not be the last thing on a page.</summary>
    public bool KeepWithNext { get; set; }

    /// <summary>Room without which it cannot begin on a page, points.</summary>
    public abstract double LeastHeight { get; }

    /// <summary>Room that it takes when something follows, points.</summary>
    public virtual double FullHeight => LeastHeight;

    public abstract void Place(PageFlow flow);
}
