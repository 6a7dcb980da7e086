namespace Lianxin.Documents.Typesetting.Display;

/// <summary>A rectangle on a page: points, origin at the page's top left corner, y downwards.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height);
