/** Pixels of a picture's longer side at most: it is never drawn larger than a quarter of that. */
const LARGEST = 256;
/** Letters: what is larger than this is drawn anew even if its sides are short. */
const SMALL = 60_000;

function drawn(picture: string): Promise<HTMLImageElement> {
  return new Promise((done, fail) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = () => fail(new Error('no picture'));
    image.src = picture;
  });
}

/** The picture with sides of at most 256 pixels, as a `data:` address; empty: it is none that the browser can draw. */
export async function shrinkPicture(picture: string): Promise<string> {
  if (picture === '') return '';
  try {
    const image = await drawn(picture);
    const { naturalWidth: width, naturalHeight: height } = image;
    const share = Math.min(1, LARGEST / Math.max(width, height));
    const kept =
      /^data:image\/(?:jpeg|png);base64,(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(picture);
    if (share === 1 && kept && picture.length <= SMALL) return picture;
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * share));
    canvas.height = Math.max(1, Math.round(height * share));
    const context = canvas.getContext('2d');
    if (context === null) return '';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    // A logo with nothing behind it stays so; a photo is a tenth as large as JPEG.
    const png = canvas.toDataURL('image/png');
    const opaque = /^data:image\/(?:jpeg|bmp);/.test(picture);
    return !opaque && png.length <= SMALL ? png : canvas.toDataURL('image/jpeg', 0.85);
  } catch {
    return '';
  }
}
