// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

#include "server/documents/inspect/Inspect.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QImageWriter>

#include <cstring>

namespace sprechtag::documents {
namespace {

constexpr int kMegabytes = 512;
constexpr int kGoodQuality = 90;
constexpr int kSmallerQuality = 70;

const char *formatOf(Kind kind)
{
    return kind == Kind::Jpeg ? "jpeg" : "png";
}

// The decoder only warns of what is missing, and fills it with grey.
bool isWhole(const QByteArray &content, Kind kind)
{
    return kind == Kind::Jpeg ? content.lastIndexOf("\xff\xd9") > 0 : content.contains("IEND\xae\x42\x60\x82");
}

// The pixels and nothing else: no texts, no profile, no resolution.
QImage bare(QImage image)
{
    if (image.colorSpace().isValid())
        image.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    const bool opaque = !image.hasAlphaChannel();
    image.convertTo(opaque ? QImage::Format_RGB32 : QImage::Format_ARGB32);
    QImage copy(image.size(), image.format());
    if (copy.isNull())
        return {};
    for (int y = 0; y < image.height(); ++y)
        std::memcpy(copy.scanLine(y), image.constScanLine(y), static_cast<std::size_t>(image.width()) * 4);
    return copy;
}

QByteArray written(const QImage &image, Kind kind, int quality)
{
    QByteArray content;
    QBuffer buffer(&content);
    QImageWriter writer(&buffer, formatOf(kind));
    if (kind == Kind::Jpeg)
        writer.setQuality(quality);
    return writer.write(image) ? content : QByteArray();
}

} // namespace

Result<Inspected, Fault> cleanImage(const QByteArray &content, Kind kind)
{
    QImageReader::setAllocationLimit(kMegabytes);
    QBuffer buffer;
    buffer.setData(content);
    QImageReader reader(&buffer, formatOf(kind));
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return Failure(Fault::Damaged);
    if (size.width() > kSide || size.height() > kSide || qint64{size.width()} * size.height() > kPixels)
        return Failure(Fault::TooComplex);
    if (!isWhole(content, kind))
        return Failure(Fault::Damaged);
    const QImage image = bare(reader.read());
    if (image.isNull())
        return Failure(Fault::Damaged);
    QByteArray clean = written(image, kind, kGoodQuality);
    if (clean.size() > kFileBytes && kind == Kind::Jpeg)
        clean = written(image, kind, kSmallerQuality);
    if (clean.isEmpty())
        return Failure(Fault::Damaged);
    if (clean.size() > kFileBytes)
        return Failure(Fault::TooLarge);
    return Inspected{kind, clean, Treatment::Anew, 0};
}

} // namespace sprechtag::documents
